/**
 * Slack's numbers. Each group names the page that states them; those that no page states say where they were seen.
 */

// https://docs.slack.dev/reference/block-kit/blocks
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;
export const BLOCK_ID = 255;
export const ACTION_ID = 255;
export const SECTION_TEXT = 3000;
export const SECTION_FIELDS = 10;
export const SECTION_FIELD_TEXT = 2000;
export const HEADER_TEXT = 150;
export const CONTEXT_ELEMENTS = 10;
export const ACTIONS_ELEMENTS = 25;
export const INPUT_LABEL = 2000;
export const INPUT_HINT = 2000;
export const IMAGE_URL = 3000;
export const ALT_TEXT = 2000;
export const IMAGE_TITLE = 2000;
export const ALERT_TEXT = 200;
export const MARKDOWN_TEXT = 12_000;

// https://docs.slack.dev/reference/block-kit/blocks/table-block
export const TABLE_ROWS = 100;
export const TABLE_COLUMNS = 20;
export const TABLE_TEXT = 10_000;
export const TABLES_PER_MESSAGE = 1;

// https://docs.slack.dev/reference/block-kit/blocks/data-table-block
export const DATA_TABLE_ROWS_MIN = 2;
export const DATA_TABLE_ROWS = 201;
export const DATA_TABLE_TEXT = 20_000;
export const DATA_TABLE_PAGE = 100;

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
export const CHARTS_PER_MESSAGE = 2;
export const CHART_TITLE = 50;
export const CHART_SERIES = 12;
export const CHART_POINTS = 20;
export const CHART_LABEL = 20;
export const CHART_AXIS_LABEL = 50;

// https://docs.slack.dev/reference/block-kit/block-elements
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2000;
export const BUTTON_URL = 3000;
export const ACCESSIBILITY_LABEL = 75;
export const SELECT_OPTIONS = 100;
export const OPTION_GROUPS = 100;
export const CHOICES = 10;
export const OVERFLOW_OPTIONS = 5;
export const PLACEHOLDER = 150;
export const INPUT_TEXT = 3000;
export const FILE_INPUT_FILES = 10;

// https://docs.slack.dev/reference/block-kit/composition-objects
export const TEXT_OBJECT = 3000;
export const OPTION_TEXT = 75;
export const OPTION_VALUE = 150;
export const OPTION_DESCRIPTION = 75;
export const OPTION_URL = 3000;
export const OPTION_GROUP_LABEL = 75;
export const CONFIRM_TITLE = 100;
export const CONFIRM_TEXT = 300;
export const CONFIRM_BUTTON = 30;

// https://docs.slack.dev/reference/views and /surfaces/modals
export const VIEW_TITLE = 24;
export const VIEW_BUTTON = 24;
export const CALLBACK_ID = 255;
export const EXTERNAL_ID = 255;
export const PRIVATE_METADATA = 3000;
export const VIEW_STACK = 3;
export const VIEW_BYTES = 250_000;

// https://docs.slack.dev/reference/methods/chat.postMessage and chat.update
export const POST_TEXT = 40_000;
export const UPDATE_TEXT = 4000;
export const ATTACHMENTS = 100;
/** No page states it; bolt-js issue 2509 saw about 13,200, with & < > counted as entities. */
export const MESSAGE_BLOCKS_TEXT = 13_200;

// https://docs.slack.dev/interactivity/handling-user-interaction
export const ACK_TIMEOUT_MS = 3000;
export const TRIGGER_LIFETIME_MS = 3000;
export const RESPONSE_URL_USES = 5;
export const RESPONSE_URL_LIFETIME_MS = 30 * 60 * 1000;

// https://docs.slack.dev/apis/events-api
export const EVENT_RETRY_DELAYS_MS = [0, 60_000, 300_000];

// https://docs.slack.dev/apis/events-api/using-socket-mode
export const SOCKETS_PER_APP = 10;
