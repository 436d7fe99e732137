/** As package.json has it. */
export const VERSION = "0.1.0";

/** The program's name and version, as requests and archives carry it. */
export const SOFTWARE = "coming-weeks/0.1";
