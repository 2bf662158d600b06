// Turns a picture of the server into a PNG in the reader's own browser, with the reader's fonts.
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".sj-png");
  box.textContent = "";
  const button = box.appendChild(document.createElement("button"));
  button.textContent = data.label;
  button.addEventListener("click", async () => {
    const picture = new Image();
    picture.src = URL.createObjectURL(new Blob([data.svg], { type: "image/svg+xml" }));
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * data.scale;
    canvas.height = picture.naturalHeight * data.scale;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(picture.src);
    const link = document.createElement("a");
    link.href = canvas.toDataURL("image/png");
    link.download = data.file;
    link.click();
  });
}
