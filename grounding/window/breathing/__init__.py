"""A sitting as it is seen: the breath on the screen, at one's own pace too, and breaths of one's own."""
