/** Text for somebody who hears it: where a dot keeps things apart for the eye, a voice needs a stop that it makes a pause of. */
export function spokenText(text: string): string {
  return text.replaceAll(/ ·(?=\s)/g, ';');
}
