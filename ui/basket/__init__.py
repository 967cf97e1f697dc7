"""The basket of a visit on the screen."""
