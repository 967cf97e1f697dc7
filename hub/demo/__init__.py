"""The demo chain: a mother-and-baby chain, invented whole, in which every state can be seen and tried."""

from hub.demo.chain import ChainExists, DemoSize, make_demo

__all__ = ["ChainExists", "DemoSize", "make_demo"]
