"""The forms as declared, in the order of their numbers; `catalogue.compose` gives them for a year."""

from learnsoc_xlsx.catalogue.forms.centre import CENTRE
from learnsoc_xlsx.catalogue.forms.commune import COMMUNE
from learnsoc_xlsx.catalogue.forms.department import DEPARTMENT
from learnsoc_xlsx.catalogue.forms.enterprise import ENTERPRISE
from learnsoc_xlsx.catalogue.forms.office import OFFICE
from learnsoc_xlsx.catalogue.forms.own.confirmation import CONFIRMATION
from learnsoc_xlsx.catalogue.forms.own.council_record import COUNCIL_RECORD
from learnsoc_xlsx.catalogue.forms.own.recognitions import RECOGNITION_LIST
from learnsoc_xlsx.catalogue.forms.register import REGISTER
from learnsoc_xlsx.catalogue.forms.school import SCHOOL
from learnsoc_xlsx.catalogue.forms.village import VILLAGE

FORMS = (
    REGISTER,
    VILLAGE,
    SCHOOL,
    DEPARTMENT,
    ENTERPRISE,
    CENTRE,
    COMMUNE,
    COUNCIL_RECORD,
    CONFIRMATION,
    RECOGNITION_LIST,
    OFFICE,
)

__all__ = ["FORMS"]
