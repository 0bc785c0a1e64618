"""The stems of many passages, arranged so that what stands where is found at once."""
