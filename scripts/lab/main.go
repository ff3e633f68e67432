// Command lab runs the stand-in for LinkedIn's settings site on loopback. It prints one line of JSON with the port of the
// site, the address of its control and the hash of its key, and ends when its standard input closes or on SIGTERM, so that
// it never outlives the test that started it.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"offswitch/internal/lab"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	site, err := lab.New(lab.Config{})
	if err != nil {
		return err
	}
	server, err := lab.Listen(site)
	if err != nil {
		return err
	}
	defer server.Close()
	control, err := lab.ListenControl(site)
	if err != nil {
		return err
	}
	defer control.Close()
	err = json.NewEncoder(os.Stdout).Encode(map[string]any{"port": server.Port, "control": control.URL, "spki": server.SPKI})
	if err != nil {
		return err
	}
	go func() {
		io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	<-ctx.Done()
	return nil
}
