"""The screens of the till: the one package that knows Qt."""
