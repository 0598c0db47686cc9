"""How wide texts are in Times New Roman, and which size lets them stand in the room that they are given."""
