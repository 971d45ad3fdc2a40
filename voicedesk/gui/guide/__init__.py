"""The guided start: from no key to the first answer."""
