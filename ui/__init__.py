"""The screens of the till: the one package that knows Qt."""

from ui.immortal_constants import make_constants_immortal

make_constants_immortal()
