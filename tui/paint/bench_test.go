package paint

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// counter says when a given number of updates has been written.
type counter struct{ wrote chan int }

func (c counter) Write(b []byte) (int, error) { c.wrote <- len(b); return len(b), nil }

// ender says when the first update has been written.
type ender struct {
	done  func()
	ended bool
}

func (e *ender) Write(b []byte) (int, error) {
	if !e.ended && strings.HasSuffix(string(b), ansi.ResetModeSynchronizedOutput) {
		e.ended = true
		e.done()
	}
	return len(b), nil
}

func styledLines(n int, salt string) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("\x1b[38;2;10;20;30m│\x1b[m %s clause %2d \x1b[1mshall\x1b[m %s \x1b[38;2;10;20;30m│\x1b[m",
			salt, i, strings.Repeat("word ", 13))
	}
	return lines
}

// One line of forty changes; the time is from Paint to the end of the write.
func BenchmarkPaintOneChangedLine(b *testing.B) {
	c := counter{make(chan int, 1)}
	p := New(c, 100, 40, colorprofile.ANSI256, WithInterval(0))
	defer p.Close()
	lines, two := styledLines(40, "a"), styledLines(1, "b")
	one := lines[0]
	p.Paint(Frame{Lines: lines, Progress: -1})
	for range (len(strings.Join(lines, "")) + writeSize) / writeSize {
		<-c.wrote
	}
	b.ReportAllocs()
	bytes := 0
	for i := 0; b.Loop(); i++ {
		lines[20] = one
		if i%2 == 0 {
			lines[20] = two[0]
		}
		p.Paint(Frame{Lines: lines, Progress: -1})
		bytes += <-c.wrote
	}
	b.ReportMetric(float64(bytes)/float64(b.N), "wire-B/op")
}

func BenchmarkPaintUnchanged(b *testing.B) {
	p := New(io.Discard, 100, 40, colorprofile.ANSI256)
	defer p.Close()
	f := Frame{Lines: styledLines(40, "a"), Progress: -1}
	b.ReportAllocs()
	for b.Loop() {
		p.Paint(f)
	}
}

func BenchmarkLine(b *testing.B) {
	for name, line := range map[string]string{
		"ascii": strings.Repeat("plain text ", 9), "styled": styledLines(1, "a")[0],
		"greek": strings.Repeat("Ἀρκαδία ", 12), "cjk": strings.Repeat("中立国", 16), "emoji": strings.Repeat(family, 50),
	} {
		b.Run(name, func(b *testing.B) {
			var out []byte
			b.ReportAllocs()
			for b.Loop() {
				out, _ = appendLine(out[:0], line, 100, colorprofile.ANSI256)
			}
		})
	}
}

// What a seat costs that shows a frame of forty shared lines.
func BenchmarkMemoryPerPainter(b *testing.B) {
	const seats = 1000
	f := Frame{Lines: styledLines(40, "a"), Progress: -1}
	var heap, stack uint64
	for b.Loop() {
		before := memory()
		painters := make([]*Painter, seats)
		var shown sync.WaitGroup
		shown.Add(seats)
		for i := range painters {
			painters[i] = New(&ender{done: shown.Done}, 100, 40, colorprofile.ANSI256)
			painters[i].Paint(f)
		}
		shown.Wait()
		for range 100 {
			runtime.Gosched() // let them return from their writes
		}
		after := memory()
		heap += after.HeapAlloc - before.HeapAlloc
		stack += after.StackInuse - before.StackInuse
		for _, p := range painters {
			p.Close()
		}
	}
	b.ReportMetric(float64(heap)/float64(b.N)/seats, "heap-B/seat")
	b.ReportMetric(float64(stack)/float64(b.N)/seats, "stack-B/seat")
}

func memory() (m runtime.MemStats) {
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m
}

func BenchmarkInputKeys(b *testing.B) {
	data := []byte(strings.Repeat("hello \x1b[A\r", 50))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		decodeAll(data, func() int { return 100 })
	}
}
