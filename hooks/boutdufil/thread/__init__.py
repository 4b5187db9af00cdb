"""The thread of a call: its nodes, how one walks along them, what is proven of them."""
