"""Everything that touches sound: devices, files and recordings."""
