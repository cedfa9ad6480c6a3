// Verifies a copy of a log by Go's own implementation of notes and trees (golang.org/x/mod/sumdb), which shares nothing with
// ours: the checkpoint's signature, the tree that the entries make, every tile, a receipt and a consistency proof.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type stored []tlog.Hash

func (s *stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = (*s)[index]
	}
	return hashes, nil
}

func must(err error) {
	if err != nil {
		fmt.Println("WRONG:", err)
		os.Exit(1)
	}
}

func read(file string) []byte {
	content, err := os.ReadFile(file)
	must(err)
	return content
}

func lines(text string) []tlog.Hash {
	var hashes []tlog.Hash
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if line != "" {
			hash, err := tlog.ParseHash(line)
			must(err)
			hashes = append(hashes, hash)
		}
	}
	return hashes
}

func opened(checkpoint []byte, key string) (int64, tlog.Hash) {
	verifier, err := note.NewVerifier(key)
	must(err)
	signed, err := note.Open(checkpoint, note.VerifierList(verifier))
	must(err)
	text := strings.Split(signed.Text, "\n")
	var size int64
	_, err = fmt.Sscan(text[1], &size)
	must(err)
	root, err := tlog.ParseHash(text[2])
	must(err)
	return size, root
}

func main() {
	key := strings.TrimSpace(string(read("vkey")))
	size, root := opened(read("checkpoint"), key)
	smaller, before := opened(read("earlier"), key)

	var hashes stored
	var entries int64
	for first := int64(0); first*256 < size; first++ {
		width := size - first*256
		path := fmt.Sprintf("tile/entries/%03d", first)
		if width < 256 {
			path = fmt.Sprintf("%s.p/%d", path, width)
		}
		bundle := read(path)
		for len(bundle) > 0 {
			length := binary.BigEndian.Uint16(bundle)
			added, err := tlog.StoredHashes(entries, bundle[2:2+length], &hashes)
			must(err)
			hashes = append(hashes, added...)
			bundle = bundle[2+length:]
			entries++
		}
	}
	made, err := tlog.TreeHash(entries, &hashes)
	must(err)
	if entries != size || made != root {
		must(fmt.Errorf("%d entries make %v, and %v of %d was signed", entries, made, root, size))
	}
	for level := 0; size>>(8*uint(level)) > 0; level++ {
		ofLevel := size >> (8 * uint(level))
		for index := int64(0); index*256 < ofLevel; index++ {
			width := int(ofLevel - index*256)
			if width > 256 {
				width = 256
			}
			tile := tlog.Tile{H: 8, L: level, N: index, W: width}
			want, err := tlog.ReadTileData(tile, &hashes)
			must(err)
			if path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1); string(read(path)) != string(want) {
				must(fmt.Errorf("%s is another", path))
			}
		}
	}

	receipt := strings.SplitN(string(read("receipt")), "\n\n", 2)
	head := strings.SplitN(receipt[0], "\n", 3)
	var leaf int64
	_, err = fmt.Sscanf(head[1], "index %d", &leaf)
	must(err)
	ofReceipt, rootOfReceipt := opened([]byte(receipt[1]), key)
	must(tlog.CheckRecord(lines(head[2]), ofReceipt, rootOfReceipt, leaf, tlog.RecordHash(read("entry"))))
	must(tlog.CheckTree(lines(string(read("growth"))), size, root, smaller, before))
	fmt.Println("All is well:", entries, "entries")
}
