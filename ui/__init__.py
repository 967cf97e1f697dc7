"""The screens of the till: the one package that knows Qt."""

from ui.immortal_none import make_none_immortal

make_none_immortal()
