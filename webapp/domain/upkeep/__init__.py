"""What nobody asks for and somebody has to do: deleting what has expired."""
