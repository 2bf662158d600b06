// Streamlit's own words in the reader's language. Runs before paint, so nothing flashes in English.
// Our own text never passes here: it comes translated (assessment/i18n.py).
(() => {
  const words = {
    // the chooser of files
    "Upload": "选择文件", "Browse files": "选择文件", "Add files": "添加文件", "add icon": "添加", "file upload": "上传文件",
    "Drag and drop file here": "把文件拖到这里", "Drag and drop files here": "把文件拖到这里",
    // tables
    "Fullscreen": "全屏", "Close fullscreen": "退出全屏", "Exit fullscreen": "退出全屏", "Show/hide columns": "显示或隐藏列",
    "Sort ascending": "升序", "Sort descending": "降序", "Autosize": "自动列宽", "Pin column": "固定列",
    "Unpin column": "取消固定", "Hide column": "隐藏列", "Format": "格式", "Automatic": "自动", "Localized": "本地格式",
    "Plain": "原样", "Compact": "紧凑", "Dollar": "美元", "Euro": "欧元", "Yen": "日元", "Percent": "百分比",
    "Scientific": "科学计数", "Accounting": "会计格式", "Bytes": "字节", "Statistics": "统计",
    // pickers and inputs
    "Search": "查找", "Close": "关闭", "Cancel": "取消", "Dismiss": "关闭", "Clear": "清除", "Clear value": "清除",
    "Clear all": "全部清除", "Remove": "移除", "Open": "展开", "No results": "没有结果", "No options to select": "没有可选项",
    "Choose an option": "请选择", "Choose options": "请选择", "Select an option": "请选择", "Type to search": "输入以查找",
    "Press Enter to apply": "按回车键确认", "Press Enter to submit form": "按回车键提交", "Choose date": "选择日期", "Previous month": "上一月", "Next month": "下一月",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键移动，回车键选定，退出键关闭。",
    // the frame
    "App pages": "页面", "Sidebar": "侧栏", "Skip to main content": "跳到正文", "Main menu": "菜单", "Theme": "外观",
    "System": "跟随系统", "Light": "浅色", "Dark": "深色", "Settings": "设置", "Print": "打印", "Rerun": "刷新", "Stop": "停止",
    "Running...": "运行中……", "Loading...": "正在打开……", "CONNECTING": "正在连接", "Connecting": "正在连接",
    "Connection error": "连接中断", "Page not found": "没有这个页面",
    "The page that you have requested does not seem to exist. Running the app's main page.": "没有找到这个页面，已打开首页。", "Help": "说明", "Open sidebar": "打开侧栏",
    "Close sidebar": "收起侧栏", "Expand sidebar": "打开侧栏", "Collapse sidebar": "收起侧栏", "Previous page": "上一页",
    "Next page": "下一页", "Previous": "上一页", "Next": "下一页", "Copy to clipboard": "复制", "Copied": "已复制",
    "This app has encountered an error. The original error message is redacted to prevent data leaks.": "页面出错了，详情在服务器的日志里。",
  };
  const patterns = [
    [/^(\d+)\s?MB per file.*$/i, "每个文件不超过 $1 兆字节"], [/^File must be ([\d.]+)\s?MB or smaller\.?$/, "文件不能超过 $1 兆字节"],
    [/^Remove (.+)$/, "移除 $1"], [/^Clear (.+)$/, "清除 $1"], [/^Help for (.+)$/, "$1：说明"],
    [/^(\d+) options? available\.?$/, "共 $1 项"], [/^Choose date, (.+)$/, "选择日期：$1"],
    [/^day, (.+)$/, "$1：日"], [/^month, (.+)$/, "$1：月"], [/^year, (.+)$/, "$1：年"],
    [/^Showing page (\d+) of (\d+)$/, "第 $1 页，共 $2 页"], [/^(?:Go to page|Page) (\d+)$/, "第 $1 页"],
  ];
  const attributes = ["aria-label", "title", "placeholder", "data-title"];
  const original = new WeakMap();
  const language = () => {
    const asked = new URLSearchParams(location.search).get("lang");
    if (asked === "zh" || asked === "en") return asked;
    return (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
  };
  let current = language();

  const translated = text => {
    const bare = text.trim();
    if (!bare) return text;
    if (words[bare]) return text.replace(bare, words[bare]);
    const found = patterns.find(([pattern]) => pattern.test(bare));
    return found ? text.replace(bare, bare.replace(...found)) : text;
  };
  const skipped = "script,style,[data-testid=stHtml],.sj-block";
  const ours = node => {
    const element = node.parentElement;
    if (!element || element.closest("[data-testid=stText]")) return true;
    const theirs = "[data-testid=stFileUploader] button,[role=dialog]";
    return element.closest("[data-testid=stMarkdownContainer]") && !element.closest(theirs);
  };
  const put = (kept, name, now, write) => {
    const before = kept[name];
    const source = before && before.to === now ? before.from : now;
    const to = current === "zh" ? translated(source) : source;
    kept[name] = { from: source, to };
    if (to !== now) write(to);
  };
  const keep = node => original.get(node) || (original.set(node, {}), original.get(node));
  const visitText = node => {
    if (!ours(node)) put(keep(node), "text", node.data, to => { node.data = to; });
  };
  const visitElement = element => {
    for (const name of attributes) {
      const now = element.getAttribute(name);
      if (now) put(keep(element), name, now, to => element.setAttribute(name, to));
    }
  };
  // A table of ours is thousands of nodes: it is passed over whole, never walked.
  const visible = { acceptNode: node => node.nodeType === 1 && node.matches(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT };
  const visit = root => {
    const element = root.nodeType === 1 ? root : root.parentElement;
    if (!element || element.closest(skipped)) return;
    if (root.nodeType === 3) return visitText(root);
    visitElement(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, visible);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === 3) visitText(node);
      else visitElement(node);
    }
  };
  const follow = () => {
    const now = language(), tag = now === "zh" ? "zh-CN" : "en";
    // Written only when it differs: even the same value makes the browser style the whole page again.
    if (document.documentElement.lang !== tag) document.documentElement.lang = tag;
    if (now === current) return;
    current = now;
    visit(document.documentElement);
  };
  new MutationObserver(changes => {
    follow();
    for (const change of changes) {
      const element = change.type === "characterData" ? change.target.parentElement : change.target;
      if (!element || element.closest(skipped)) continue;
      if (change.type === "childList") change.addedNodes.forEach(visit);
      else if (change.type === "attributes") visitElement(element);
      else visitText(change.target);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes });
  follow();
})();
