package lab

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"time"
)

// Host is the name that the certificate is for.
const Host = "www.linkedin.com"

// Server is a site that listens on loopback.
type Server struct {
	Addr string // 127.0.0.1:port
	Port int
	URL  string // scheme and Addr
	SPKI string // base64 of the SHA-256 of the certificate's key, as Chromium's switch wants it; "" without TLS
	http *http.Server
}

// Listen serves a site over TLS on a free port of 127.0.0.1, with a certificate for [Host] that exists only in memory.
func Listen(site *Site) (*Server, error) {
	certificate, spki, err := selfSigned()
	if err != nil {
		return nil, err
	}
	// Without HTTP/2 a connection belongs to one request at a time, so that cutting it harms no other.
	config := &tls.Config{Certificates: []tls.Certificate{certificate}, NextProtos: []string{"http/1.1"}}
	server, err := listen(site, func(l net.Listener) net.Listener { return tls.NewListener(l, config) })
	if err != nil {
		return nil, err
	}
	site.mu.Lock()
	site.dropIdle = append(site.dropIdle, func() {
		server.http.SetKeepAlivesEnabled(false)
		server.http.SetKeepAlivesEnabled(true)
	})
	site.mu.Unlock()
	server.URL, server.SPKI = "https://"+server.Addr, spki
	return server, nil
}

// ListenControl serves a site's control addresses on a free port of 127.0.0.1.
func ListenControl(site *Site) (*Server, error) {
	server, err := listen(Control(site), func(l net.Listener) net.Listener { return l })
	if err != nil {
		return nil, err
	}
	server.URL = "http://" + server.Addr
	return server, nil
}

// Close ends the server and every open connection.
func (s *Server) Close() error { return s.http.Close() }

func listen(handler http.Handler, wrap func(net.Listener) net.Listener) (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("lab: %w", err)
	}
	server := &Server{
		Addr: listener.Addr().String(),
		Port: listener.Addr().(*net.TCPAddr).Port,
		// Browsers drop connections all the time; nobody reads about it.
		http: &http.Server{Handler: handler, ErrorLog: log.New(io.Discard, "", 0)},
	}
	go server.http.Serve(wrap(listener))
	return server, nil
}

func selfSigned() (tls.Certificate, string, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, "", fmt.Errorf("lab: %w", err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		DNSNames:     []string{Host},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(30 * 24 * time.Hour),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return tls.Certificate{}, "", fmt.Errorf("lab: %w", err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		return tls.Certificate{}, "", fmt.Errorf("lab: %w", err)
	}
	hash := sha256.Sum256(leaf.RawSubjectPublicKeyInfo)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}, base64.StdEncoding.EncodeToString(hash[:]), nil
}
