"""Certified: the texts that vary on a certificate, of the words of its round."""

from learnsoc_xlsx.model.papers.certificates import Certificate, Part
from learnsoc_xlsx.stages.template.text.sandbox import sandbox
from learnsoc_xlsx.stages.template.text.words import by_name
from learnsoc_xlsx.stages.write.papers.words.words import RoundWords


def certificates(words: RoundWords, merit: str) -> tuple[Certificate, ...]:
    """Return a certificate for each who is given one; `merit` is the text that says for what, with tags."""
    achieved = sandbox().from_string(merit).render(by_name(words))
    of_all = {
        Part.DECISION: (f"Quyết định số {words.decision}", words.decided_on),
        Part.DATED: (words.place_and_day,),
        Part.OFFICE: tuple(words.chairman_signs.split("\n")),
        Part.SIGNER: (words.signer,),
    }
    return tuple(
        Certificate({Part.NAME: (line.name,), Part.MERIT: tuple(filter(None, (line.where, achieved))), **of_all})
        for line in words.certified
    )
