"""One pickup told step by step on real parts: a hub process, two tills, and a photographed code."""
