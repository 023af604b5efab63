/** Whether a text shows nothing: white space, control and formatting characters alone make an empty status. */
export function isBlank(text: string): boolean {
  // A visible character of ASCII is the quick answer for almost every text.
  return !/[!-~]/.test(text) && !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
