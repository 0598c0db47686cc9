"""The Vietnamese language as pure functions of text: letters, legacy fonts, numbers, marks and dates.

Standard library only, and nothing here knows a form, a year or a unit. Import from the module that holds the
idea, for example `from learnsoc_xlsx.vietnamese.letters import key`.
"""
