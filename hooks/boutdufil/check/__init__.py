"""What is wrong in the content as a whole, and how it is told."""
