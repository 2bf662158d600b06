"""The review meeting on screen: the stage, and the room where a presenter prepares it."""
