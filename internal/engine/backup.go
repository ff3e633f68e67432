package engine

import "offswitch/internal/wire"

// writeBackup writes all that is stored, if the person asked for it, but
// nothing that tells whose account it is.
func (e *Engine) writeBackup(w *wire.Writer) {
	if !e.backup {
		w.Null("backup")
		return
	}
	s := e.state
	s.Account, s.Others = "", nil
	w.Raw("backup", encodeState(&s))
}

// takeBackup puts a backup in the place of what is stored, if all of it makes sense.
func (e *Engine) takeBackup(v wire.Value) {
	if e.state.Run.on() {
		e.refusal = AlreadyRunning
		return
	}
	s, err := decodeState(v)
	if err != nil || v.Kind() != wire.Object || len(encodeState(&s)) > maxStored {
		e.refusal = NotABackup
		return
	}
	s.Account, s.Others = e.state.Account, e.state.Others
	e.state = s
	e.table = tableWith(s.Local)
	if s.Run.on() {
		e.stop(ByRestart)
	}
}

// reset forgets everything.
func (e *Engine) reset() {
	if e.state.Run.on() {
		e.stop(ByPerson)
	}
	e.state = newState()
	e.table = tableWith(nil)
	e.last = nil
	e.waiting = nil
	e.do(Reset{})
}
