"""Questions about figures: linked to series of observations, told with their arithmetic."""
