"""From pages to files: typography, assets, redirects, feeds, and the swap that publishes them."""
