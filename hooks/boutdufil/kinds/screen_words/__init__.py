"""The words of screens, as devices set in other languages write them."""
