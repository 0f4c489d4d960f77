package main

import (
	"slices"

	"github.com/spf13/cobra"

	"kefi/exercise"
)

// This file tells a shell what can stand where. Completion reads the data
// folder as it is; what cannot be read completes to nothing.

// completionCommand is cobra's own, with what to do with its output.
func completionCommand(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil {
		panic(err) // it was added just now
	}
	cmd.Short, cmd.Long, cmd.Args, cmd.RunE = "Write what completes commands, exercises, seats and scenarios in a shell", "", cobra.ArbitraryArgs, unknownVerb
	for _, shell := range cmd.Commands() {
		shell.Example = map[string]string{
			"bash":       "source <(kefi completion bash)",
			"zsh":        "kefi completion zsh > \"${fpath[1]}/_kefi\"",
			"fish":       "kefi completion fish > ~/.config/fish/completions/kefi.fish",
			"powershell": "kefi completion powershell | Out-String | Invoke-Expression",
		}[shell.Name()]
	}
}

// completion is what cobra asks for.
type completion = func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective)

// oneOf completes to fixed words.
func oneOf(words ...string) completion {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// exercisesOf completes to the exercises of the folder named by --data.
func exercisesOf(data *string) completion {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		names, _ := exercisesIn(*data)
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// seatsOf completes to the seats of an exercise that are not named yet, with
// who sits there. name gives the exercise; more words may stand beside.
func seatsOf(data *string, name func(args []string) string, more ...string) completion {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		a, err := openArchive(cmd.Context(), *data, name(args))
		if err != nil {
			return more, cobra.ShellCompDirectiveNoFileComp
		}
		defer a.close()
		list := slices.Clone(more)
		for _, seat := range a.state.Seats() {
			if !slices.Contains(args, string(seat.ID)) {
				list = append(list, string(seat.ID)+"\t"+seat.Name+", "+roleList(seat.Roles))
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

// someScenarios completes to the scenarios that come with kefi, and to files.
func someScenarios(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	names, _ := builtInNames()
	return names, cobra.ShellCompDirectiveDefault
}

// completes sets what a flag completes to; the flag is there, so that nothing
// can go wrong.
func completes(cmd *cobra.Command, flag string, c completion) {
	if err := cmd.RegisterFlagCompletionFunc(flag, c); err != nil {
		panic(err)
	}
}

// folder completes a flag to folders.
func folder(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

func onlyArg(args []string) string {
	if len(args) > 0 {
		return args[0]
	}
	return ""
}

// completeServe completes the flags of serve.
func completeServe(cmd *cobra.Command, data *string) {
	completes(cmd, "data", folder)
	completes(cmd, "scenario", someScenarios)
	completes(cmd, "procedure", oneOf(exercise.ProcedureNames()...))
	completes(cmd, "arm", oneOf(exercise.Arms()...))
	completes(cmd, "chair", oneOf(autoChair))
	completes(cmd, "follows", exercisesOf(data))
	completes(cmd, "strangers", oneOf("on", "off"))
}
