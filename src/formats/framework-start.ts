/** A list of steps to begin with, which holds as it stands and says in its comments what each line is for. */
export function frameworkStart(id: string, schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# Your own list of steps, asked on one screen in the deep look after each deal, lost or won.
# Change the words below, then:  lossdebrief frameworks check
# Have it asked:                 lossdebrief config set framework ${id}

id: ${id}          # the name of this file; deals keep their answers under it
version: 1         # raise it when the steps change
title: ${titleOf(id)}
for: the deals I work on          # shown by: lossdebrief frameworks
pass: steps        # a list of steps; docs/frameworks.md shows a whole questionnaire

# What all steps below continue. Each is answered with before, late, never or unsure.
ask: before the demo, did you know …
why: What was known before the demo tells wins from losses.

steps:
  - id: success                   # letters, digits and dashes; never changed once deals have it
    name: What success is         # a word or two: the report calls it this
    ask: what has to be better a year from now
    why: Without it there is nothing to hold the price against.
    # What you will do when it was missed. It becomes an action after the deep look.
    next-time: When a demo is booked, I will first ask what has to be better a year from now.
    weight: 50                    # of several that were missed, the heaviest becomes the action

  - id: second-person
    name: A second person
    ask: whom else you could call
    why: Where all hangs on one person, it falls with that person.
    next-time: When I have met one person twice, I will ask whom else I should meet.
`;
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
