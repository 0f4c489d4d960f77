package format

import (
	"reflect"

	"kefi/exercise"
)

// rewrite is a copy of a scenario with f applied to every text in it, and to
// the names that everybody reads.
func rewrite(s exercise.Scenario, f func(string) string) exercise.Scenario {
	s = rewritten(reflect.ValueOf(s), f).Interface().(exercise.Scenario)
	s.Title, s.Instrument, s.Organiser = f(s.Title), f(s.Instrument), f(s.Organiser)
	for i := range s.Injects {
		s.Injects[i].From = f(s.Injects[i].From)
	}
	for i := range s.Personas {
		s.Personas[i].Name = f(s.Personas[i].Name)
	}
	for i := range s.Prepared {
		s.Prepared[i].From = f(s.Prepared[i].From)
	}
	return s
}

var textType = reflect.TypeFor[exercise.Text]()

// rewritten copies a value, deep, with f applied to its texts.
func rewritten(v reflect.Value, f func(string) string) reflect.Value {
	if v.Type() == textType {
		t := v.Interface().(exercise.Text)
		t.Value = f(t.Value)
		return reflect.ValueOf(t)
	}
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(rewritten(v.Field(i), f))
		}
	case reflect.Slice:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(rewritten(v.Index(i), f))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(rewritten(v.Elem(), f))
	}
	return out
}
