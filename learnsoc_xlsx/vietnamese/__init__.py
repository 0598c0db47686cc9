"""The Vietnamese language as pure functions of text: letters, near names, legacy fonts, numbers, marks and dates.

Standard library only (but for `near`), and nothing here knows a form, a year or a unit. Import from the module that
holds the idea, for example `from learnsoc_xlsx.vietnamese.letters import key`.
"""
