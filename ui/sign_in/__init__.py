"""Who stands at the till: badge, PIN, lock and switch."""
