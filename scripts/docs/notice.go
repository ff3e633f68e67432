package main

import "offswitch/scripts/internal/makeup"

// notice holds the licences of all that ships.
func notice() string {
	text, err := makeup.Notice()
	if err != nil {
		panic(err)
	}
	return text
}
