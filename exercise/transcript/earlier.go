package transcript

// earlier tells of the session that this one goes on from, and names its
// record, so that the two can be held together.
func (p *page) earlier() {
	x := p.room.Earlier
	if x == nil {
		return
	}
	p.para("## The session before")
	p.item("**Exercise:** %s, %s", inline(x.Exercise), inline(x.Title))
	p.item("**Outcome:** %s", inline(x.Outcome.String()))
	p.item("**Record:** %d acts; the last has the hash %s", x.Acts, x.Head)
	for _, fact := range x.Facts {
		p.item("%s", inline(fact.String()))
	}
	p.end()
	if x.Summary != "" {
		p.para("Its chair's summary, which binds nobody:")
		p.para("%s", quoted(x.Summary))
	}
	if x.Later != "" {
		p.para("%s", inline(x.Later))
	}
}
