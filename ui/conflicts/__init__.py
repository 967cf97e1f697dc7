"""What people must look at in this branch: for everybody to read, and for a manager to settle with a reason."""
