package regions

// Date is a calendar day in UTC written as the number yyyymmdd, so that days
// compare as numbers. The zero Date means "before anyone kept track".
type Date int

// DateOf returns the UTC day of a time in milliseconds since 1970. The engine
// must not import package time, so this is Howard Hinnant's civil_from_days.
func DateOf(ms int64) Date {
	const day = 24 * 60 * 60 * 1000
	days := ms / day
	if ms%day < 0 {
		days--
	}
	days += 719468
	era := days / 146097
	if days < 0 {
		era = (days - 146096) / 146097
	}
	doe := days - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := doy - (153*mp+2)/5 + 1
	m := mp + 3
	if mp >= 10 {
		m = mp - 9
	}
	y := yoe + era*400
	if m <= 2 {
		y++
	}
	return Date(y*10000 + m*100 + d)
}

// String writes the day as yyyy-mm-dd, and the zero Date as "".
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	b := []byte("0000-00-00")
	for i, n := len(b)-1, int(d); i >= 0; i-- {
		if b[i] == '-' {
			continue
		}
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b)
}
