/**
 * The default of the input `status`: announces a release, without any English word.
 *
 * A line that comes to nothing is dropped with its blank line; the description is the piece that yields when the text
 * is too long. action.yml shows the same text (a test holds the two together).
 */
export const announcement = `{{ release.title }}

{{ repository.description | fit }}

{{ release.html_url }}

{{ repository.topics | hashtags: 4 }}`;
