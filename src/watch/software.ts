/** The program's name and version, as requests and archives carry it. */
export const SOFTWARE = "coming-weeks/0.1";
