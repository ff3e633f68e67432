package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// required files must be there: without one of them the extension does not work at all.
var required = []string{"manifest.json", "background.js", "engine.js", "engine.wasm", "mark.js", "look.js", "agent.js", "_locales/en/messages.json", "NOTICE.txt"}

// allowed says by folder what a file that ships may be called. Everything else stops the packing.
var allowed = map[string]*regexp.Regexp{
	".":         regexp.MustCompile(`^(manifest\.json|managed_schema\.json|engine\.wasm|NOTICE\.txt|[a-z-]+\.js|[a-z-]+\.css)$`),
	"icons":     regexp.MustCompile(`^[a-z0-9-]+\.(png|svg)$`),
	"_locales":  regexp.MustCompile(`^messages\.json$`),
	"pages":     regexp.MustCompile(`^[a-z-]+\.(html|css|js)$`),
	"prose":     regexp.MustCompile(`^[a-z]{2}(-[A-Z]{2})?\.json$`),
	"generated": regexp.MustCompile(`^[a-z-]+\.js$`),
}

// list returns the files to pack, sorted, or an error that names the first file that must not ship or that is missing.
func list(extension fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(extension, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if !entry.Type().IsRegular() || !ships(name) {
			return fmt.Errorf("extension/%s is not a file that ships: remove it, or allow it in scripts/package", name)
		}
		files = append(files, name)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range required {
		if !slices.Contains(files, name) {
			return nil, fmt.Errorf("extension/%s is missing: run make build", name)
		}
	}
	slices.Sort(files)
	return files, nil
}

func ships(name string) bool {
	folder, file := path.Split(name)
	kind := strings.TrimSuffix(folder, "/")
	switch {
	case kind == "":
		kind = "."
	case strings.HasPrefix(kind, "_locales/"):
		kind = "_locales"
	case slices.Contains([]string{"popup", "welcome", "options", "report", "ui"}, kind):
		kind = "pages"
	}
	pattern := allowed[kind]
	return pattern != nil && pattern.MatchString(file)
}

func readVersion(extension fs.FS) (string, error) {
	text, err := fs.ReadFile(extension, "manifest.json")
	if err != nil {
		return "", err
	}
	var manifest struct{ Version string }
	if err := json.Unmarshal(text, &manifest); err != nil {
		return "", fmt.Errorf("extension/manifest.json: %w", err)
	}
	if !regexp.MustCompile(`^\d+(\.\d+){1,3}$`).MatchString(manifest.Version) {
		return "", fmt.Errorf("extension/manifest.json: version is %q: expected numbers and dots", manifest.Version)
	}
	return manifest.Version, nil
}

// entry is a file of a zip.
type entry struct {
	name       string
	content    []byte
	executable bool
}

// read returns the files as entries.
func read(from fs.FS, files []string) ([]entry, error) {
	var entries []entry
	for _, name := range files {
		content, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, err
		}
		info, err := fs.Stat(from, name)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{name, content, info.Mode()&0o100 != 0})
	}
	return entries, nil
}

// pack returns the zip of entries: the same bytes whenever their names and contents are the same.
func pack(entries []entry) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, e := range entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		header.SetMode(0o644)
		if e.executable {
			header.SetMode(0o755)
		}
		file, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(e.content); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
