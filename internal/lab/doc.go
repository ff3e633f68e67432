// Package lab is a stand-in for www.linkedin.com's settings site: a TLS server on loopback with category pages, setting
// pages in two front ends and several languages, saves, sign-out, challenges and faults, and a log of every request. What
// is on or off here, on the server, is the truth that tests assert against.
//
// It promises only what is publicly known of the real pages: the facts of the rule table. Everything that it had to make up carries "lab" in its name:
// addresses that begin with "lab-", keys that begin with "lab", texts that begin with "Lab". None of these is a fact about
// LinkedIn and no rule may be written from one.
//
// # From Go
//
//	site, err := lab.New(lab.Config{})       // everything on, front end "ember", language "en", region "us"
//	server, err := lab.Listen(site)          // TLS on 127.0.0.1:0, server.Port, server.SPKI, server.Close()
//	control, err := lab.ListenControl(site)  // plain HTTP on 127.0.0.1:0, control.URL, control.Close()
//	err = site.Reset(lab.Config{Region: "uk"})
//	err = site.SetFaults([]lab.Fault{{Name: "save-500", Key: "allowAdsByAge"}})
//	err = site.Set("allowAdsByAge", true)    // a change on the server that no page made
//	site.State()                             // settings, log, saves, violations
//
// # From anything else
//
// "go run ./scripts/lab" prints one line
//
//	{"port":40123,"control":"http://127.0.0.1:40124","spki":"BASE64_SHA256"}
//
// and serves until its standard input closes or it gets SIGTERM. The control address speaks JSON; an error is answered with
// status 400 and {"error": "..."}. An unknown field, key, fault, region or front end is an error.
//
//	POST /reset   Config (an empty body means {}), answers State. Clears the log, the saves, the clicks and the violations too.
//	POST /faults  [Fault, ...] (or {"faults": [...]}) replaces all faults and nothing else, answers State.
//	              The page count for signed-out and challenged starts again, so an empty list also signs in again.
//	POST /set     {"key": "allowAdsByAge", "value": true} (a radio: "value": "HIDE"), answers State. It is no save.
//	POST /clear   forgets the log, the saves, the clicks and the violations and keeps the rest, answers State.
//	GET  /state   State
//	GET  /faults  [{"name", "about", "at", "seconds", "n"}]: every fault there is
//	GET  /rows    [{"id", "key", "path", "title", "toggle", "category", "control", ...}]: every setting there is
//
// Config, every field optional:
//
//	skin            "ember" (default) or "react"
//	lang            value of <html lang> (default "en"); any text is taken, and what the rule table has no wording for is in English
//	region          "us" (default) or another id of internal/regions
//	settings        {key: bool}, over the default that everything is on
//	radios          {key: value}, over the defaults (discloseAsProfileViewer: "DISCLOSE_FULL")
//	faults          [Fault, ...]
//	signedOutAfter  n > 0: n settings pages are served, then every page redirects to /uas/login (n = -1: from the first on)
//	challengeAfter  likewise, to /checkpoint/challenge/lab
//	account         {"name": "Lab Member", "slug": "lab-member"}: the header's img[alt] and a[href="/in/<slug>/"], both the
//	                lab's inventions
//	widgets         {key: "input" | "button" | "div"}: what the switch is made of; key "*" for all
//	places          {key: "shadow" | "frame"}: an open shadow root or a same-origin iframe.settings-iframe--frame; "*" for all
//	hydrateMS       react: milliseconds until a drawn control is alive (default 300; -1 for 0)
//	early           react: what becomes of a click before that: "discarded" (it flips, hydration throws it away; default) or
//	                "ignored" (nothing flips)
//	build           any text; the react front end's class names are hashed from it
//	html            {path: text}: pages given word for word; they may save like the lab's own with save() of /lab/save.js
//	cacheControl    header of those pages, which then have an ETag as well (default "no-store", without)
//
// Fault: {"name", "key", "page", "times", "from", "n", "seconds", "to"}. Without key and page it applies everywhere. With key it applies to
// that setting and to pages that hold it; with page (a path; /d/ and /m/ are one) to that page and the settings on it. times
// limits how often it applies (0 is always), from says at which time it begins (the third load: 3); a page fault counts page
// loads, a fault of a list loads of category pages, a save fault saves. What n, seconds and to mean is said with each fault in
// [Faults]. A page that never comes is page-slow with an hour of seconds.
//
// Category pages show what pictures of live ones show: a title, and for most pages with one control the value that it has. The
// words On and Off are LinkedIn's in English, German, Italian, Brazilian Portuguese and half of French, the lab's own in five
// more languages. Rows of pages with several settings show none, and in the United States some pages have no row.
//
// State:
//
//	settings    {key: bool} on the server now: every switch and every checkbox of a list
//	radios      {key: value}
//	log         [{"n", "at", "method", "path", "query", "status", "kind", ...}] every request in order of arrival; at is
//	            milliseconds since 1970, took milliseconds; kind is "page" (a settings page), "fragment" (the same, fetched by a
//	            row that was clicked), "frame", "save", "asset", "report" or "other"; status 0 is still unanswered, 499 means
//	            the browser went away before the answer, 444 that the lab cut the connection
//	saves       [{"n", "key", "from", "to", "status", "kept", "coupled", "trusted", "at"}]; a radio has value instead of to;
//	            coupled names the keys that went off with it; trusted is false for a click made by a script
//	clicks      [{"n", "at", "path", "key"}]: those that no hand made, as the page's own listener heard them; key is the id of
//	            what was clicked, or what it is
//	turnedOn    number of kept saves that went from off to on
//	violations  [{"n", "at", "kind", "detail"}]; kind is "csp" (a policy report), "trace" (something foreign in the page),
//	            "deny-listed" or "destructive" (such a page was requested, or such a value saved), "save" (a save that was not
//	            the page's own), "request" (one that neither a lab page nor the address bar made) or "method" (any other
//	            request that is not a GET)
//	pages       settings pages counted so far for signed-out and challenged: categories and settings, also those fetched by
//	            a row that was clicked, without frames
//
// A "trace" is what a page's own script finds: a node, attribute, text, shadow root or rule of a style sheet that it did not
// put there, in its own shadow roots too; a key in localStorage, sessionStorage, the cookies, databases or caches; a global or
// a name of the window; a message; an event that plays a person; a mark in the performance timeline; what its policy refused;
// an extension's address. Allowed is an element that is appended to <html>, bears no attribute, and is gone when the page is
// left (removing it on pagehide is early enough). What a test changes through its driver counts as well.
//
// Chromium sends a request again by itself when a connection that was used before is reset; the lab therefore uses every
// connection once while save-reset or page-reset is set.
//
// # Where to read
//
// A fault is one row in faults.go, with what it does; fault.go says when it applies. A setting's row comes from the rule
// table in rows.go, with what had to be invented in invented.go and the words in labels.go. site.go holds the server's
// state, config.go how it begins, serve.go answers requests, save.go those that change a setting, trace.go what the pages tell; render.go and blocks.go
// draw the pages from assets/, list.go the category pages, and verbatim.go pages that a test gives word by word. control.go is the control address, tls.go the listeners.
package lab
