/** Who and what is there on the stand-in for Discord. */
export const GUILD = "123456789012345670";
export const CHANNEL = "223456789012345678";
export const APPLICATION = "423456789012345678";
export const ROLE = "323456789012345678";
export const BOT_ROLE = "323456789012345670";
export const TOKEN = "a.bot.token";
