package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/wire"
)

// writeBackup writes all that is stored, if the person asked for it, but
// nothing that tells whose account it is.
func (e *Engine) writeBackup(w *wire.Writer) {
	if !e.backup {
		w.Null("backup")
		return
	}
	s := e.state
	s.Account, s.Others = "", nil
	w.Raw("backup", memory.Encode(&s))
}

// takeBackup puts what a file may bring in the place of what is stored, if all of it makes sense.
func (e *Engine) takeBackup(v wire.Value) {
	if e.state.Run.Going() {
		e.refusal = AlreadyRunning
		return
	}
	s, err := memory.FromFile(v, &e.state, e.now)
	if err != nil {
		e.refusal = NotABackup
		return
	}
	e.state = s
	e.table = s.Table()
}

// reset forgets everything.
func (e *Engine) reset() {
	if e.state.Run.Going() {
		e.stop(memory.ByPerson)
	}
	e.state = memory.New()
	e.table = e.state.Table()
	e.last = nil
	e.waiting = nil
	e.do(Reset{})
}
