// Rewords messages of the library for the command line: they name options of the client, which the user of a
// shell does not know. In comes a message, out goes the same with flags and variables.

/** Words of the library, and their replacements. */
const translations: readonly (readonly [RegExp, string])[] = [
  [/Pass apiKey or vertex to the client, or set GEMINI_API_KEY/, "Set GEMINI_API_KEY"],
  [/Pass vertex\.project to the client, or set/, "Give --project <id>, or set"],
  [/ Or pass vertex\.auth to the client\./, ""],
  [/Pass vertex\.auth, [^.]*\./, "Run the command with Node."],
  [
    /Pass either apiKey \(Gemini API\) or vertex \(Vertex AI\), not both/,
    "Use either a key or --vertex",
  ],
  [/Set baseUrl to/, "Set --base-url to"],
  [/\bbaseUrl\b/g, "--base-url"],
  [/, or with allowHttp: true/, ""],
  [/retry: \{ create: "always" \} takes that risk/, "Running the command again takes that risk"],
  [/use stream or background, or pass your own fetch/, "use --background"],
  [/ \(timeoutMs\)/, ""],
  [/waitForCompletion\(\) again, or cancel\(\) it/, "wait again, or cancel it"],
  [/ ?Call client\.\w+\([^)]*\)[^.]*\./, ""],
  [/\bstream: true\b/g, "--stream"],
];

/** The message with the words of a command line. */
export function commandLineWords(message: string): string {
  return translations.reduce((text, [pattern, words]) => text.replace(pattern, words), message);
}
