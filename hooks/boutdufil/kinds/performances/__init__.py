"""What building takes, beside other tools: the figures that the bench recorded."""
