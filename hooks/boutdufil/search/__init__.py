"""The search: documents → analysis → index → shards that a browser loads as it needs them."""
