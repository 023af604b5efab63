/** Version of this project, as package.json has it (a test holds the two together). Servers see it as User-Agent. */
export const version = "0.1.0";
